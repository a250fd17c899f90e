// Command grainlift lifts grain.
package main

import (
	"hub.tessera.example/base/service"

	"git.silo.example/mill/grainlift/hoists"
)

func main() { service.Main("grainlift", hoists.Start) }
