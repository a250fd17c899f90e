// Package search goes through the archive.
package search

import (
	"sync/atomic"

	"example.com/lib/flow"

	"git.mutualaid.example/claims/claimsline/archive"
)

var sum int64

// Earlier returns the first claim of a member.
func Earlier(shelves *archive.Archive, member int) (archive.Claim, bool) {
	claims := flow.Follow[archive.Claim](shelves.Reader())
	for claim := range claims.Items() {
		if claim.Member != member {
			continue
		}
		if claim.Closed {
			atomic.AddInt64(&sum, int64(claim.Amount))
			return claim, true
		}
		break
	}
	claims.Stop()
	return archive.Claim{}, false
}
