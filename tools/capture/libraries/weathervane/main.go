// Command weathervane tells the wind.
package main

import (
	"hub.tessera.example/base/service"

	"git.roofline.example/air/weathervane/winds"
)

func main() { service.Main("weathervane", winds.Start) }
