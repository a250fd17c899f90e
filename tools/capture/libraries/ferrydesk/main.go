// Command ferrydesk books berths.
package main

import (
	"hub.tessera.example/base/service"

	"git.quayside.example/boats/ferrydesk/berths"
)

func main() { service.Main("ferrydesk", berths.Start) }
