// Command tollgate prices tolls.
package main

import (
	"hub.tessera.example/base/service"

	"git.turnpike.example/roads/tollgate/gates"
)

func main() { service.Main("tollgate", gates.Start) }
