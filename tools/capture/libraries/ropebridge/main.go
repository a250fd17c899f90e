// Command ropebridge crosses gorges.
package main

import (
	"hub.tessera.example/base/service"

	"git.gorge.example/path/ropebridge/planks"
)

func main() { service.Main("ropebridge", planks.Start) }
