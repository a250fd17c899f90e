// Command tidegauge measures tides.
package main

import (
	"hub.tessera.example/base/service"

	"git.estuary.example/pier/tidegauge/levels"
)

func main() { service.Main("tidegauge", levels.Start) }
