// Command crierpost cries the news.
package main

import (
	"hub.tessera.example/base/service"

	"git.belfry.example/town/crierpost/cries"
)

func main() { service.Main("crierpost", cries.Start) }
