// Command pathfinder finds paths.
package main

import (
	"hub.tessera.example/base/service"

	"git.ridge.example/trail/pathfinder/traces"
)

func main() { service.Main("pathfinder", traces.Start) }
