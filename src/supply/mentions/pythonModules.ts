/** The distributions that give a module to import, where the two have names of their own; several where any of them does. */
export function distributionsOf(module: string): readonly string[] | undefined {
  return distributions.get(module);
}

/** Whether a module comes with Python itself, in any version from 2.7 on. */
export function isStandardModule(module: string): boolean {
  return standard.has(module) || module.startsWith('_');
}

/** Python's own modules, those of 3.14 and those that earlier versions had. */
const standardNames =
  '__future__ __main__ _thread abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore ' +
  'atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code ' +
  'codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy ' +
  'copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest dummy_threading ' +
  'email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib ' +
  'functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib ' +
  'imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma ' +
  'macpath mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis ' +
  'nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle ' +
  'pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile ' +
  'pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched ' +
  'secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ' +
  'sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol ' +
  'symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit ' +
  'tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata ' +
  'unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp ' +
  'zipfile zipimport zlib zoneinfo __builtin__ ConfigParser Queue StringIO cStringIO cPickle urllib2 urlparse ' +
  'httplib HTMLParser Tkinter tkMessageBox commands thread exceptions';

const standard = new Set(standardNames.split(' '));

/** `module=distribution|distribution`. */
const distributionNames =
  '_pytest=pytest airflow=apache-airflow|apache-airflow-core anthropic=anthropic apache_beam=apache-beam ' +
  'apiclient=google-api-python-client arrow=arrow attr=attrs azure=azure-core|azure-common|azure-identity ' +
  'barcode=python-barcode beam=apache-beam Bio=biopython boto=boto botocore=botocore|boto3 bs4=beautifulsoup4 ' +
  'bson=pymongo cairo=pycairo camelot=camelot-py chromadb=chromadb community=python-louvain ' +
  'confluent_kafka=confluent-kafka consul=python-consul corsheaders=django-cors-headers crontab=python-crontab ' +
  'Crypto=pycryptodome|pycrypto Cryptodome=pycryptodomex customtkinter=customtkinter cv2=opencv-python|opencv- ' +
  'python-headless|opencv-contrib-python|opencv-contrib-python-headless Cython=cython daemon=python-daemon ' +
  'dateutil=python-dateutil debug_toolbar=django-debug-toolbar decouple=python-decouple discord=discord-py|py- ' +
  'cord discord_slash=discord-py-slash-command django_filters=django-filter dns=dnspython docker=docker ' +
  'docx=python-docx dotenv=python-dotenv editor=python-editor einops=einops elasticsearch=elasticsearch ' +
  'engineio=python-engineio environ=django-environ|environ-config etcd3=etcd3 fabric=fabric faiss=faiss- ' +
  'cpu|faiss-gpu fbprophet=fbprophet ffmpeg=ffmpeg-python|python-ffmpeg fitz=pymupdf flask=flask ' +
  'flask_cors=flask-cors flask_login=flask-login flask_migrate=flask-migrate flask_sqlalchemy=flask-sqlalchemy ' +
  'flask_wtf=flask-wtf frontmatter=python-frontmatter fuzzywuzzy=fuzzywuzzy gi=pygobject git=gitpython ' +
  'github=pygithub gitlab=python-gitlab google=google-api-core|protobuf|google-auth|google-cloud-core ' +
  'google_auth_oauthlib=google-auth-oauthlib googleapiclient=google-api-python-client gridfs=pymongo grpc=grpcio ' +
  'grpc_tools=grpcio-tools gtts=gtts gym=gym gymnasium=gymnasium hcl2=python-hcl2 hdbscan=hdbscan ' +
  'html5lib=html5lib igraph=igraph|python-igraph imageio_ffmpeg=imageio-ffmpeg IPython=ipython ' +
  'ipywidgets=ipywidgets jinja2=jinja2 jose=python-jose|jose jupyter_client=jupyter-client jwt=pyjwt kafka=kafka- ' +
  'python|kafka-python-ng keystoneclient=python-keystoneclient kivy=kivy kubernetes=kubernetes ldap=python-ldap ' +
  'ldap3=ldap3 Levenshtein=levenshtein|python-levenshtein lightgbm=lightgbm llama_cpp=llama-cpp-python ' +
  'llama_index=llama-index|llama-index-core lxml=lxml magic=python-magic|python-magic-bin mako=mako ' +
  'markdown=markdown markdown2=markdown2 markupsafe=markupsafe md=markdown memcache=python-memcached mock=mock ' +
  'motor=motor moviepy=moviepy mpl_toolkits=matplotlib multipart=python-multipart mysql=mysql-connector- ' +
  'python|mysql-connector MySQLdb=mysqlclient nacl=pynacl nbformat=nbformat nltk=nltk nmap=python-nmap ' +
  'novaclient=python-novaclient ntlm=python-ntlm odf=odfpy onelogin=python3-saml openai=openai OpenGL=pyopengl ' +
  'openid=python3-openid OpenSSL=pyopenssl osgeo=gdal packaging=packaging pdfminer=pdfminer-six|pdfminer ' +
  'peewee=peewee pendulum=pendulum PIL=pillow|pillow-simd pinecone=pinecone|pinecone-client ping3=ping3 ' +
  'pkg_about=pkg-about pkg_resources=setuptools playhouse=peewee pptx=python-pptx prophet=prophet ' +
  'psycopg2=psycopg2|psycopg2-binary py=py|pytest pyasn1=pyasn1 pyaudio=pyaudio pyautogui=pyautogui ' +
  'pydantic_core=pydantic-core|pydantic pydantic_settings=pydantic-settings pygments=pygments pylab=matplotlib ' +
  'pymemcache=pymemcache pymongo=pymongo pymysql=pymysql pynput=pynput pyparsing=pyparsing PyPDF2=pypdf2 ' +
  'PyQt5=pyqt5 PyQt6=pyqt6 PySide2=pyside2 PySide6=pyside6|pyside6-essentials pyspark=pyspark ' +
  'pytest_asyncio=pytest-asyncio pytest_mock=pytest-mock pythoncom=pywin32 pytz=pytz pyVim=pyvmomi ' +
  'pyVmomi=pyvmomi pywt=pywavelets pyximport=cython qrcode=qrcode rapidfuzz=rapidfuzz rapidjson=python-rapidjson ' +
  'rdkit=rdkit|rdkit-pypi redis=redis reportlab=reportlab rest_framework=djangorestframework ruamel=ruamel-yaml ' +
  's3transfer=s3transfer|boto3 saml2=pysaml2 scapy=scapy semver=semver sendgrid=sendgrid ' +
  'sentence_transformers=sentence-transformers serial=pyserial setuptools=setuptools shapefile=pyshp ' +
  'skimage=scikit-image sklearn=scikit-learn slugify=python-slugify|unicode-slugify snowflake=snowflake- ' +
  'connector-python|snowflake-snowpark-python socketio=python-socketio socks=pysocks sounddevice=sounddevice ' +
  'soundfile=soundfile speech_recognition=speechrecognition sqlalchemy=sqlalchemy sqlmodel=sqlmodel ' +
  'stable_baselines3=stable-baselines3 statsmodels=statsmodels storages=django-storages stripe=stripe sympy=sympy ' +
  'tabula=tabula-py telegram=python-telegram-bot tensorflow=tensorflow|tensorflow-cpu|tensorflow-gpu|tensorflow- ' +
  'macos|tf-nightly thefuzz=thefuzz tiktoken=tiktoken tkcalendar=tkcalendar tlz=toolz toml=toml torch=torch ' +
  'torchvision=torchvision twilio=twilio tz=pytz tzlocal=tzlocal umap=umap-learn unidecode=unidecode usb=pyusb ' +
  'vlc=python-vlc wand=wand websocket=websocket-client werkzeug=werkzeug whisper=openai-whisper whois=python- ' +
  'whois|whois win32api=pywin32 win32com=pywin32 win32con=pywin32 wtforms=wtforms wx=wxpython xdist=pytest-xdist ' +
  'xgboost=xgboost xlib=python-xlib Xlib=python-xlib xlsxwriter=xlsxwriter XlsxWriter=xlsxwriter yaml=pyyaml ' +
  'youtube_dl=youtube-dl yt_dlp=yt-dlp zmq=pyzmq';

const distributions = new Map(
  distributionNames.split(' ').map((line): [string, readonly string[]] => {
    const [module = '', names = ''] = line.split('=');
    return [module, names.split('|')];
  }),
);
