// Command lamplighter lights lamps.
package main

import (
	"hub.tessera.example/base/service"

	"git.gaslight.example/street/lamplighter/wicks"
)

func main() { service.Main("lamplighter", wicks.Start) }
