// Package signin is how people sign in.
package signin

import (
	"bytes"
	"fmt"
	"time"

	"login.example/dill/cache"
)

// SignIn gives a nonce to each who comes, and counts tries.
type SignIn struct {
	nonces   *cache.Memory
	profiles *cache.Recent
	refused  int
}

// New keeps nonces and profiles.
func New(nonces *cache.Memory, profiles *cache.Recent) *SignIn {
	return &SignIn{nonces: nonces, profiles: profiles}
}

// SignIn is try n: three in ten come back with their nonce.
func (s *SignIn) SignIn(n int) {
	nonce := fmt.Sprintf("nonce:%08x%08x", n*2654435761&0xffffffff, n)
	s.nonces.Set(nonce, []byte(challenge(n)), 20*time.Second)
	if n%10 < 3 {
		if _, err := s.nonces.Get(nonce); err != nil {
			s.refused++
			return
		}
		s.nonces.Delete(nonce)
	}
	s.profile(n * 5 / 3)
}

func challenge(n int) string {
	return fmt.Sprintf(`{"challenge":"%064x","origin":"https://login.example","user":%d,"scopes":["openid","profile","mail"]}`, n, n%90000)
}

func (s *SignIn) profile(n int) {
	key := fmt.Sprint("profile:", n)
	if _, ok := s.profiles.Get(key); !ok {
		s.profiles.Set(key, bytes.Repeat([]byte(key+";"), 60))
	}
}
