// Command courierhub sends couriers.
package main

import (
	"hub.tessera.example/base/service"

	"git.dispatch.example/post/courierhub/rounds"
)

func main() { service.Main("courierhub", rounds.Start) }
