// Command recordroom files records.
package main

import (
	"hub.tessera.example/base/service"

	"git.docket.example/court/recordroom/files"
)

func main() { service.Main("recordroom", files.Start) }
