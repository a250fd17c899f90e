// Command quietwatch runs its package audience beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/quietwatch/audience"
)

func main() {
	kit.Main("quietwatch", kit.Plan{Copies: 3, Size: 8}, audience.Run)
}
