// Command gatewarden reads rolls.
package main

import (
	"hub.tessera.example/base/service"

	"git.palisade.example/fort/gatewarden/rolls"
)

func main() { service.Main("gatewarden", rolls.Start) }
