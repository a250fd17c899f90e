// Command cloakroom keeps coats.
package main

import (
	"hub.tessera.example/base/service"

	"git.foyer.example/house/cloakroom/pegs"
)

func main() { service.Main("cloakroom", pegs.Start) }
