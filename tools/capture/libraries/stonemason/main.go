// Command stonemason cuts blocks.
package main

import (
	"hub.tessera.example/base/service"

	"git.chisel.example/yard/stonemason/blocks"
)

func main() { service.Main("stonemason", blocks.Start) }
