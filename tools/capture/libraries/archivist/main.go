// Command archivist writes volumes.
package main

import (
	"hub.tessera.example/base/service"

	"git.folio.example/stacks/archivist/volumes"
)

func main() { service.Main("archivist", volumes.Start) }
