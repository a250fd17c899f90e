// Command pagecontent runs its package site beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/pagecontent/site"
)

func main() {
	kit.Main("pagecontent", kit.Plan{Copies: 3, Size: 6}, site.Run)
}
