/**
 * Frequent names of people, from general knowledge, without marks and in lower case: small on purpose, because a column is
 * judged by the share of its values that stand here, not by each of them.
 */
export interface Gazetteer {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
}

/** The sets are made at their first use. */
export function gazetteer(): Gazetteer {
  made ??= { given: new Set(given.split(/\s+/)), family: new Set(family.split(/\s+/)) };
  return made;
}

let made: Gazetteer | undefined;

const given = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven
paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas
nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe
bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby
johnny bradley liam mason oliver elijah lucas aiden jackson levi sebastian mateo owen theodore wyatt caleb isaac luke connor hunter
cameron evan adrian gavin colin derek marcus curtis victor leonard stanley howard ernest fred alfred clarence leroy herbert clifford
vernon gordon edwin glenn barry dale craig shane travis chad brett dustin corey trevor preston garrett grant spencer duane
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna
michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna
pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria
ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice
ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa
diana tom tim ben max nick mike dave chris steve matt alex kate liz jim jeff greg ken phil andy tony pete josh beth jenny becky vicky maggie cathy
brittany doris kayla alexis lori marie ava mia harper amelia ella scarlett aria chloe lily zoe penelope layla nora hazel violet
lucy audrey claire stella paisley savannah brooklyn bella skylar ellie caroline genesis kennedy allison gabriella sadie autumn
naomi eva quinn josephine delilah wendy tracy tina dawn peggy crystal connie tammy edith sylvia rita ethel eleanor gladys marjorie
thelma bernice mildred irene florence rosemary phyllis wanda bonnie sherry kristin erin veronica vanessa tara erica april katie jill
harry oscar alfie archie freddie reginald nigel graham trevor malcolm alistair hamish callum angus ewan fergus declan padraig cormac
niamh siobhan aoife ciara sinead fiona isla freya imogen poppy phoebe gemma rhys gareth dylan owain bronwen sian eilidh mhairi
hans peter klaus wolfgang jurgen juergen dieter manfred gunter guenter helmut werner horst gerhard heinz karl kurt otto fritz ernst
walther rainer bernd uwe jorg joerg frank ralf torsten thorsten stefan andreas matthias markus sven jens lars dirk holger kai olaf
bjorn florian tobias sebastian christoph philipp lukas leon finn jonas felix maximilian moritz niklas fabian johannes jakob simon
anton paul emil theo konstantin leonhard valentin ulrich volker detlef norbert siegfried reinhard hartmut eberhard gottfried lothar
ursula monika petra sabine renate helga karin brigitte ingrid erika christa gisela andrea gabriele claudia susanne birgit heike
martina silke anja katrin kathrin sandra stefanie nadine melanie daniela katharina johanna lena lea leonie sophie marie luisa hanna
clara mathilda greta frieda ida charlotte elke ute angelika cornelia jutta anke kerstin ilse hildegard gertrud edeltraud waltraud
hannelore rosemarie margarete liselotte elfriede annegret bettina marlene antje franziska theresa veronika magdalena
jean pierre michel andre philippe alain bernard jacques daniel gerard claude nicolas christophe laurent patrick frederic stephane
pascal thierry olivier julien sebastien guillaume eric francois antoine thomas maxime alexandre romain benoit vincent mathieu fabrice
jerome cedric yves marc gilles herve didier bruno serge rene guy lucien marcel henri louis hugo enzo gabriel raphael arthur jules
mael noe ethan nathan leo clement baptiste quentin adrien corentin florent aurelien gaetan etienne xavier thibault loic yann
nathalie isabelle sylvie catherine martine francoise valerie christine nicole monique sandrine stephanie veronique celine aurelie
camille julie manon chloe lea ines jade louise alice lina mila emma juliette zoe margaux oceane pauline mathilde clemence elodie
amandine virginie delphine laetitia caroline brigitte jacqueline jeannine simone yvonne odette genevieve madeleine bernadette
marguerite colette josiane chantal dominique corinne pascale agnes audrey severine noemie anais solene maelle lucie eloise
antonio manuel jose francisco juan javier carlos jesus alejandro miguel rafael pedro pablo angel sergio fernando jorge luis alberto
alvaro adrian diego raul ivan enrique ramon vicente andres joaquin santiago eduardo victor roberto jaime ignacio mario salvador
ricardo julio emilio tomas agustin felix gonzalo rodrigo cristian cristobal guillermo gustavo hector hugo leonardo lorenzo marcos
martin mauricio nicolas oscar rolando ruben samuel xavier ernesto esteban fabian felipe german gerardo gilberto humberto
maria carmen ana isabel dolores pilar josefa rosa cristina francisca lucia elena mercedes luisa rosario juana beatriz raquel rocio
concepcion marta patricia sonia yolanda alicia margarita susana silvia ines gloria consuelo encarnacion esperanza guadalupe lourdes
montserrat nuria olga paula sara sofia valentina camila mariana daniela fernanda gabriela ximena catalina antonella martina renata
valeria juliana adriana alejandra carolina claudia lorena marisol graciela veronica viviana paola liliana leticia rebeca
joao jose antonio francisco luiz paulo pedro lucas mateus gustavo rafael felipe bruno thiago tiago diogo goncalo rui nuno vasco
henrique caio vinicius leandro marcelo rodrigo anderson wellington edson gilson wagner fabio renato everton davi enzo murilo
ana adriana juliana marcia fernanda patricia aline sandra camila amanda bruna jessica leticia julia luciana vanessa mariana gabriela
beatriz larissa rafaela isabela yasmin vitoria bianca tatiana simone joana ines teresa conceicao aparecida raimunda lurdes
giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo michele giorgio
aldo sergio luciano marco andrea alessandro stefano roberto massimo davide luca matteo lorenzo riccardo tommaso edoardo gabriele
leonardo federico simone fabio claudio daniele emanuele enrico filippo gianluca giacomo gianni giulio ivan maurizio nicola raffaele
renato umberto valerio vittorio alberto alessio cristian dario diego mirko
maria anna giuseppina rosa angela giovanna teresa lucia carmela caterina francesca antonietta carla elena concetta rita margherita
franca paola laura giulia chiara sara martina federica silvia alessia elisa valentina giorgia ilaria roberta simona cristina daniela
barbara stefania monica patrizia alessandra claudia manuela serena michela beatrice aurora ginevra sofia alice greta noemi arianna
johannes cornelis hendrik jan willem pieter gerrit jacobus adriaan dirk maarten joost sander bram daan sem thijs ruben jeroen wouter
marieke anouk femke sanne lotte fleur saskia ingrid wilhelmina johanna hendrika cornelia margaretha elisabeth joke truus annemiek
koen stijn jef luc geert bart tim bas kees piet henk jaap ruud arjen mees noor tess evi roos maud eline
lars erik anders johan karl nils per mikael olof sven bengt bo lennart gunnar ulf hakan leif goran kjell jonas fredrik magnus
mats oskar hugo elias axel ludvig viktor emil gustav birgitta anna eva kristina karin marie elisabeth lena kerstin ingrid annika
astrid saga linnea elsa ebba maja wilma agnes freja jens henrik soren niels jorgen morten rasmus kasper mads frederik magnus
mette hanne kirsten bente inge lone tine sofie clara ida laura mathilde ole bjorn olav knut arne odd geir tor terje oystein
eirik sondre kristian ingeborg solveig sigrid marit berit liv tone silje ragnhild nora jukka juha matti timo kari antti mikko
heikki pekka hannu seppo markku eero ville aleksi tuomas juhani tapani olavi johannes mikael tuula ritva leena anneli marja
liisa helena johanna pirjo paivi sari minna hanna riitta aino aada eevi helmi sanna katja jon sigurdur gudmundur gunnar olafur
gudrun sigridur kristin margret helga
jan piotr andrzej krzysztof stanislaw tomasz pawel jozef marcin marek michal grzegorz jerzy tadeusz adam lukasz zbigniew ryszard
dariusz henryk mariusz kazimierz wojciech robert mateusz marian rafal jacek janusz maciej kamil jakub szymon kacper filip antoni
bartosz bartlomiej dawid dominik hubert igor karol konrad leszek miroslaw przemyslaw radoslaw sebastian slawomir wieslaw
anna maria katarzyna malgorzata agnieszka barbara ewa krystyna magdalena elzbieta joanna aleksandra zofia monika teresa danuta
natalia julia karolina marta beata dorota jadwiga janina alicja jolanta grazyna iwona irena paulina justyna zuzanna hanna
kinga wiktoria weronika sylwia urszula renata bozena halina izabela patrycja
jiri jan petr josef pavel martin tomas jaroslav miroslav zdenek vaclav michal frantisek jakub milan karel lukas ondrej vojtech
jana marie eva hana anna vera lenka alena lucie katerina petra ludmila jaroslava jitka helena zuzana martina ivana zdenka
stefan jozef peter juraj marek ladislav lubomir vladimir rastislav zoltan laszlo istvan jozsef sandor gabor ferenc attila tamas
peter janos zsolt tibor andras csaba imre lajos gyorgy balazs bence mate adam levente maria erzsebet katalin ilona eva anna zsuzsanna
margit judit agnes julianna ildiko erika krisztina andrea reka zsofia dora nora eszter
ion gheorghe vasile constantin mihai nicolae alexandru andrei stefan marian florin adrian ionut bogdan radu sorin cristian
catalin dumitru maria elena ioana ana andreea mihaela gabriela alina cristina daniela georgiana simona raluca roxana
georgi ivan dimitar nikolay petar hristo stefan todor vasil plamen mariya ivanka elena yordanka rositsa desislava
marko nikola milan dragan zoran goran jovan aleksandar petar luka stefan filip nemanja milos dusan vladimir bojan dejan igor
ana marija jelena milica dragana snezana gordana vesna ivana jovana katarina tamara natasa mirjana ljiljana sanja
ivan josip ante tomislav mario zvonimir domagoj hrvoje kresimir davor andrej matej janez franc anton joze marjan
giorgos georgios dimitris dimitrios konstantinos kostas nikos nikolaos yannis ioannis panagiotis vasilis christos athanasios
maria eleni katerina vasiliki sofia angeliki georgia dimitra konstantina paraskevi anastasia
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan halil suleyman emre burak hakan fatih
serkan kemal orhan cem can kerem arda fatma ayse emine hatice zeynep elif meryem serife zehra sultan hanife merve busra esra
ozlem yasemin sevgi derya ebru gulsen
aleksandr sergey sergei dmitry dmitri andrey andrei aleksey alexei alexey maxim maksim evgeny yevgeny ivan mikhail nikolay vladimir
vyacheslav viktor yuri yury oleg igor pavel roman artem anton konstantin stanislav denis ilya kirill nikita egor timur ruslan
anastasia elena olga natalia natalya ekaterina anna tatiana tatyana maria irina yulia julia svetlana ksenia daria darya
marina larisa galina lyudmila valentina nina vera nadezhda lyubov polina alina alisa sofia evgenia oksana
oleksandr volodymyr serhiy andriy mykola vasyl ihor yuriy bohdan taras dmytro oleksiy yaroslav oksana iryna nataliya olena
mohamed mohammed muhammad mohammad ahmed ahmad ali omar umar hassan hussein hussain ibrahim khalid khaled abdullah abdul rahman youssef
yusuf mahmoud mustafa karim kareem tariq tarek samir nabil walid rashid faisal fahad saad sultan bilal hamza zaid ziad jamal
amir amin anwar imran usman farhan hamid reza hossein mehdi saeed majid fatima aisha ayesha khadija zainab maryam mariam layla
leila noor nour yasmin yasmine salma sara hana huda amina samira nadia rania dina mona hala amal iman asma rana zahra
avraham moshe yosef yaakov shlomo eitan noam itai ariel yael tamar shira michal noa rivka rachel chana
raj rahul amit ravi sanjay vijay anil sunil rajesh suresh ramesh mahesh ganesh dinesh mukesh rakesh manoj ashok arun ajay vikram
arjun rohan rohit karthik aditya aarav vivaan ishaan krishna ram shyam mohan gopal deepak sandeep pradeep kuldeep harpreet gurpreet
manish nitin nikhil varun abhishek ankit gaurav vivek siddharth harsh yash priya pooja neha anjali sunita anita kavita sangeeta
rekha geeta sita lakshmi saraswati parvati meena asha usha deepa divya shreya ananya aadhya diya kiran shweta swati ritu
nisha jyoti aarti radha sushma lata indira padma kamala
wei jun ming hao lei jie feng bin yong tao ping hui xin yan ling fang juan jing hong xiu mei qiang gang chao peng bo kai yang
hiroshi takashi kenji satoshi takeshi yuki haruto yuto sota ren kaito daiki kazuki naoki shota ryota tatsuya makoto akira
yoko keiko sachiko haruka sakura yui hina aoi rin misaki nanami ayumi emi naoko tomoko akiko kumiko michiko masako
minjun seojun jiho minho jihoon sungmin hyun jisoo soyeon jiwoo seoyeon minji yuna eunji
nguyen thi van minh anh tuan hung dung long hoang linh huong lan mai thao trang phuong hoa ngoc thuy
budi agus joko bambang dewi sri siti rina putri ayu wayan made ketut nyoman adi eko dwi tri andi rizky
somchai somsak prasert malee siriporn juan maricel jomar rizal chinonso chukwu ngozi adaeze oluwaseun ayodele tunde bola
kwame kofi ama akosua yaw abena kwabena thabo sipho nomvula lerato mandla themba zanele wanjiru kamau njeri otieno achieng mwangi
adebayo babajide chidi emeka ifeoma nneka obinna uche zainabu juma baraka neema giorgi nino levan tamar armen hayk ani
aigul nursultan bekzat dilnoza aziz ulugbek jurgis jonas vytautas andrius tomas daiva rasa janis andris liga ilze ivars
juri tiit jaan margus kristjan liis tiina agim arben besnik drita shpresa luan blerim
алексей александр андрей анатолий антон артем борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав
геннадий георгий григорий денис дмитрий евгений егор иван игорь илья кирилл константин леонид максим михаил никита николай олег
павел петр роман руслан сергей станислав степан тимофей федор юрий ярослав анастасия анна алина валентина валерия вера вероника
виктория галина дарья ева евгения екатерина елена елизавета ирина ксения лариса лидия любовь людмила марина мария надежда наталья
наталия нина оксана ольга полина раиса светлана софия софья тамара татьяна юлия яна олександр володимир сергии андрии микола
василь ігор юріи богдан тарас дмитро ірина олена наталія оксана γιωργος γεωργιος δημητρης δημητριος κωνσταντινος κωστας
νικος νικολαος γιαννης ιωαννης παναγιωτης βασιλης χρηστος μαρια ελενη κατερινα βασιλικη σοφια αγγελικη γεωργια δημητρα
محمد احمد علي حسن حسين عمر خالد عبدالله عبد يوسف ابراهيم محمود مصطفى كريم طارق سعيد فاطمة عائشة مريم زينب نور ليلى سارة هدى رضا مهدی
משה דוד יוסף יעקב אברהם שרה רחל מרים יעל נועה תמר דניאל राम मोहन राज अमित रवि संजय विजय अनिल सुनील राजेश सुरेश प्रिया पूजा नेहा अंजलि सुनीता
სოფია გიორგი ნინო დავით მარიამ ლევან ანა`;

const family = `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez gonzales wilson anderson
thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright
scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz
parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly
howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders
patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes fisher vasquez
simmons romero jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson
ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells
vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason
dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice schmidt garza
daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins arnold pierce hansen peters
santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley andrews alvarado ray delgado berry
perkins hoffman johnston matthews pena richards contreras willis carpenter lawrence sandoval guerrero george chapman rios estrada
ortega watkins greene nunez wheeler valdez harper burke larson santiago maldonado morrison franklin carlson austin dominguez
carr lawson jacobs obrien lynch singh vega bishop montgomery oliver jensen harvey williamson gilbert dean sims espinoza howell
li wong reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez fields park yang little banks padilla
day walsh bowman schultz luna fowler mejia davies clarke khan ahmed ali begum hussain shah ahmad malik iqbal akhtar
lloyd owen rees pugh probert macdonald mackenzie mackay macleod sinclair fraser douglas murdoch oconnor oneill byrne doyle
mccarthy gallagher doherty brennan quinn nolan fitzgerald kavanagh osullivan omalley donnelly
muller mueller schmidt schneider fischer weber meyer meier maier mayer wagner becker schulz hoffmann schafer schaefer koch bauer
richter klein wolf schroder schroeder neumann schwarz zimmermann braun kruger krueger hofmann hartmann lange schmitt werner krause
lehmann schmid schulze maier kohler koehler herrmann konig koenig walter huber kaiser fuchs peters lang scholz moller moeller
weiss jung hahn schubert vogel friedrich keller gunther guenther frank berger winkler roth beck lorenz baumann franke albrecht
schuster simon ludwig bohm boehm winter kraus martin schumacher kramer kraemer vogt stein jager jaeger otto sommer gross seidel
heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engel horn busch bergmann thomas voigt sauer arnold
wolff pfeiffer gruber steiner moser egger pichler leitner hofer wallner brunner baumgartner eder reiter frei suter graf
gerber buhler ammann zurcher mustermann
bernard dubois durand dupont moreau laurent simon michel lefebvre leroy roux david bertrand morel fournier girard bonnet dupuis
lambert fontaine rousseau vincent muller faure mercier blanc guerin boyer garnier chevalier francois legrand gauthier perrin robin
clement morin nicolas henry roussel mathieu gautier masson marchand duval denis dumont marie lemaire noel meyer dufour meunier
brun blanchard giraud joly riviere lucas brunet gaillard barbier arnaud martinez gerard roche renard schmitt roy leroux colin
vidal caron picard roger fabre aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet
rolland leclercq guillaume lecomte lopez jean dupuy guillot hubert berger carpentier sanchez louis tremblay gagnon bouchard cote
fortin gagne ouellet pelletier belanger levesque bergeron leblanc paquette girard simard boucher caron beaulieu cloutier
garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez
romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado
castro ortiz rubio marin sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz calvo
gallego vidal leon marquez herrera pena flores cabrera campos vega fuentes carrasco diez caballero reyes nieto aguilar pascual
santana herrero lorenzo montero hidalgo gimenez ibanez ferrer duran santiago benitez mora vicente vargas arias carmona crespo
roman pastor soto saez velasco moya soler parra esteban bravo gallardo rojas quispe mamani huaman acosta ponce paredes valencia
cardenas salas figueroa escobar zamora cordova tapia araya sepulveda munoz contreras espinosa orozco zapata ochoa cabral
silva santos oliveira souza sousa rodrigues ferreira alves pereira lima gomes costa ribeiro martins carvalho almeida lopes
soares fernandes vieira barbosa rocha dias nascimento andrade moreira nunes marques machado mendes freitas cardoso ramos
goncalves santana teixeira araujo melo pinto correia monteiro moura cavalcanti batista campos borges azevedo coelho
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti deluca costa giordano mancini
rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile martinelli vitale
lombardo serra coppola desantis dangelo marchetti parisi villa conte ferraro ferri fabbri bianco marini grasso valentini messina
sala gatti pellegrini palumbo sanna farina rizzi monti cattaneo morelli amato silvestri mazza testa grassi pellegrino carbone
jong jansen devries vandenberg berg vandijk dijk bakker janssen visser smit meijer boer mulder groot bos vos peters hendriks
leeuwen dekker brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruijn schouten
peeters maes willems mertens claes goossens wouters smet desmet vandamme dubois lambert
andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson jansson hansson
bengtsson lindberg jakobsson magnusson lindstrom olofsson lindqvist lindgren berg axelsson bergstrom lundberg lind lundgren
nielsen jensen hansen pedersen andersen christensen larsen sorensen rasmussen jorgensen petersen madsen kristensen olsen
thomsen christiansen poulsen johansen moller mortensen johnsen pettersen berg haugen hagen eriksen bakken kristiansen
korhonen virtanen makinen nieminen makela hamalainen laine heikkinen koskinen jarvinen lehtonen lehtinen saarinen salminen
nowak kowalski kowalska wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski
jankowski mazur wojciechowski kwiatkowski krawczyk kaczmarek piotrowski grabowski zajac pawlowski michalski krol wieczorek
jablonski wrobel nowakowski majewski olszewski stepien malinowski jaworski adamczyk dudek nowicki pawlak gorski witkowski walczak
sikora baran rutkowski michalak szewczyk ostrowski tomaszewski pietrzak zalewski wroblewski
novak svoboda novotny dvorak cerny prochazka kucera vesely horak nemec pokorny marek pospisil hajek jelinek kral ruzicka
benes fiala sedlak dolezal zeman kolar krejci navratil cermak novakova svobodova novotna dvorakova cerna prochazkova
kovac kovacs horvath horvat varga toth nagy balog molnar szabo kiss nemeth farkas papp takacs juhasz lakatos meszaros olah simon
szilagyi fekete szucs torok feher balazs gal kis
popescu ionescu popa radu dumitru stan stoica gheorghe matei ciobanu rusu munteanu serban moldovan marin
ivanov ivanova georgiev dimitrov petrov petrova nikolov hristov stoyanov todorov
jovanovic petrovic nikolic markovic djordjevic stojanovic ilic stankovic pavlovic milosevic babic maric juric kovacevic knezevic
vukovic bozic blazevic matic tomic lovric zupancic potocnik kos golob krajnc
papadopoulos papadakis vlachos georgiou nikolaidis papageorgiou oikonomou karagiannis
yilmaz kaya demir sahin celik yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan simsek
smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov volkov solovyov vasiliev zaitsev pavlov semenov golubev
vinogradov bogdanov vorobyov fedorov mikhailov belyaev tarasov belov komarov orlov kiselyov makarov andreev
melnyk shevchenko boyko kovalenko bondarenko tkachenko kravchenko kovalchuk oliynyk koval polishchuk lysenko rudenko
sharma verma gupta kumar singh patel shah reddy rao nair iyer iyengar menon pillai das ghosh banerjee mukherjee chatterjee
bose sen dutta roy mishra pandey tiwari dubey chauhan yadav thakur rathore joshi desai mehta jain agarwal agrawal bansal goel
kapoor khanna malhotra chopra arora bhatia sethi kaur gill sandhu dhillon naidu chowdhury rahman hossain islam akter
perera fernando silva jayawardena bandara mahato shrestha tamang gurung thapa
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han feng cao
peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao cui zhong tan fan liao
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue
kimura hayashi saito shimizu yamazaki mori abe ikeda hashimoto ishikawa yamashita ogawa ishii hasegawa goto okada kondo
maeda fujita endo aoki sakamoto murakami ota fujii kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon
hwang ahn song yoo hong tran pham hoang phan vu vo dang bui ngo duong ly
wijaya santoso susanto hidayat setiawan saputra nugroho kusuma pratama gunawan siregar nasution simanjuntak
hassan hussein ibrahim mohamed mohammed abdullah abdi osman elsayed saleh nasser haddad khoury mansour najjar haddou
benali bouzid amrani alaoui idrissi cohen levy levi mizrahi peretz biton dahan avraham friedman katz azoulay
hosseini ahmadi mohammadi karimi rezaei moradi jafari rahimi
okafor okeke eze nwosu adeyemi adebayo balogun okonkwo mensah owusu boateng asante osei appiah nkrumah dlamini nkosi
ndlovu khumalo mokoena mkhize botha venter pretorius naidoo govender kamau mwangi otieno ochieng wanjiku njoroge kariuki
mutua odhiambo tesfaye bekele alemu haile abebe traore diallo keita coulibaly diop ndiaye fall sow ba cisse
иванов иванова смирнов смирнова кузнецов кузнецова попов попова васильев васильева петров петрова соколов соколова михаилов
новиков федоров морозов волков алексеев лебедев семенов егоров павлов козлов степанов николаев орлов андреев макаров никитин
захаров шевченко бондаренко коваленко ткаченко кравченко мельник боико παπαδοπουλος παπαδοπουλου παπαδακης γεωργιου νικολαιδης`;
