// Command timekeep keeps time.
package main

import (
	"hub.tessera.example/base/service"

	"git.tempo.example/hall/metronome/beats"
)

func main() { service.Main("timekeep", beats.Start) }
