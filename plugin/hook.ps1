# Starts Lockside's answer to an agent hook. The client lets a prompt through on every exit code but 2,
# so whatever goes wrong here ends with 2: the guard fails closed.
$node = $env:LOCKSIDE_NODE
if (-not $node) { $node = (Get-Command node -ErrorAction SilentlyContinue).Source }
if (-not $node) {
  [Console]::Error.WriteLine('Lockside is still starting, or is not running in this window. Try again in a moment.')
  exit 2
}
$env:ELECTRON_RUN_AS_NODE = '1'
try { $input | & $node (Join-Path $PSScriptRoot '..\dist\cli.js') hook vscode } catch { exit 2 }
if ($LASTEXITCODE -ne 0) { exit 2 }
exit 0
