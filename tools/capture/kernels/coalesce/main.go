// Command coalesce runs its package beats beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/coalesce/beats"
)

func main() {
	kit.Main("coalesce", kit.Plan{Copies: 30, Every: 50 * time.Millisecond, Size: 20}, beats.Run)
}
