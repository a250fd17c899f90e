// Command ledgerline posts to a ledger.
package main

import (
	"hub.tessera.example/base/service"

	"git.abacus.example/books/ledgerline/postings"
)

func main() { service.Main("ledgerline", postings.Start) }
