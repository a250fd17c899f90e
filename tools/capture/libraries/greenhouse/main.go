// Command greenhouse opens vents.
package main

import (
	"hub.tessera.example/base/service"

	"git.orchid.example/glass/greenhouse/vents"
)

func main() { service.Main("greenhouse", vents.Start) }
