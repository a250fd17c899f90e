// Command birdwatch tells of sightings.
package main

import (
	"hub.tessera.example/base/service"

	"git.hedgerow.example/field/birdwatch/hides"
)

func main() { service.Main("birdwatch", hides.Start) }
