// Command millpond lets water through.
package main

import (
	"hub.tessera.example/base/service"

	"git.sluice.example/weir/millpond/gates"
)

func main() { service.Main("millpond", gates.Start) }
