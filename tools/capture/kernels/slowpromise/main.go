// Command slowpromise runs its package vow beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/slowpromise/vow"
)

func main() {
	kit.Main("slowpromise", kit.Plan{Copies: 30, Every: 40 * time.Millisecond, Front: true, Size: 8}, vow.Run)
}
