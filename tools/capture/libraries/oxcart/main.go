// Command oxcart sends loads.
package main

import (
	"hub.tessera.example/base/service"

	"git.drovers.example/trail/oxcart/loads"
)

func main() { service.Main("oxcart", loads.Start) }
