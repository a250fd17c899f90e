// Package issue makes tokens.
package issue

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"git.springhouse.example/auth/tokenwell/recent"
)

// Grant is what a service may do and until when.
type Grant struct {
	Token  string
	Claims [180]uint64
}

// Well has the grants of many services.
type Well struct{ grants *recent.Cache[string, Grant] }

// NewWell remembers that many.
func NewWell(capacity int) *Well { return &Well{grants: recent.New[string, Grant](capacity)} }

// Renew gives the service a new token before its old one ends.
func (w *Well) Renew(service string, turn int) {
	grant := Grant{}
	for i := range grant.Claims {
		grant.Claims[i] = uint64(turn * i)
	}
	seed := binary.BigEndian.AppendUint64([]byte(service), uint64(turn))
	digest := sha256.Sum256(seed)
	grant.Token = hex.EncodeToString(digest[:])
	w.grants.Put(service, grant)
}

// Token returns the token of a service.
func (w *Well) Token(service string) string {
	grant, ok := w.grants.Get(service)
	if !ok {
		return "none"
	}
	return grant.Token
}
