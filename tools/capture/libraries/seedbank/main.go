// Command seedbank finds seeds.
package main

import (
	"hub.tessera.example/base/service"

	"git.meadow.example/vault/seedbank/seeds"
)

func main() { service.Main("seedbank", seeds.Start) }
