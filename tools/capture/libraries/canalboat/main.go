// Command canalboat goes through locks.
package main

import (
	"hub.tessera.example/base/service"

	"git.lockgate.example/cut/canalboat/locks"
)

func main() { service.Main("canalboat", locks.Start) }
