// Command cachewatch runs its package caching beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/cachewatch/caching"
)

func main() {
	kit.Main("cachewatch", kit.Plan{Copies: 3, Size: 9}, caching.Run)
}
