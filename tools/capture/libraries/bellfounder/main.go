// Command bellfounder rings bells.
package main

import (
	"hub.tessera.example/base/service"

	"git.carillon.example/tower/bellfounder/peals"
)

func main() { service.Main("bellfounder", peals.Start) }
