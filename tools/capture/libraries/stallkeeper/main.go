// Command stallkeeper keeps market stalls.
package main

import (
	"hub.tessera.example/base/service"

	"git.market.example/square/stallkeeper/stalls"
)

func main() { service.Main("stallkeeper", stalls.Start) }
