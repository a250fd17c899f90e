// Command seatcount counts visitors.
package main

import (
	"hub.tessera.example/base/service"

	"git.arena.example/gate/turnstile/counts"
)

func main() { service.Main("seatcount", counts.Start) }
