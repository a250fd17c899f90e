// Command txwatch runs its package ledger beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/txwatch/ledger"
)

func main() {
	kit.Main("txwatch", kit.Plan{Copies: 30, Every: 60 * time.Millisecond, Front: true, Size: 8}, ledger.Run)
}
