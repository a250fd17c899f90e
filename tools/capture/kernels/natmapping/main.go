// Command natmapping runs its package mapping beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/natmapping/mapping"
)

func main() {
	kit.Main("natmapping", kit.Plan{Copies: 1, Size: 8}, mapping.Run)
}
