// Command signalmast answers signals.
package main

import (
	"hub.tessera.example/base/service"

	"git.harbour.example/light/signalmast/lamps"
)

func main() { service.Main("signalmast", lamps.Start) }
