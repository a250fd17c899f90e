// Command nightwatch calls the hours.
package main

import (
	"hub.tessera.example/base/service"

	"git.rampart.example/wall/nightwatch/calls"
)

func main() { service.Main("nightwatch", calls.Start) }
