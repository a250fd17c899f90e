// Package people is those who sign in, look at a few pages and leave without saying so.
package people

import (
	"fmt"

	"git.keyring.example/auth/loginstate/tokens"
)

// People come to one desk.
type People struct{ desk *tokens.Desk }

// New sends people to desk.
func New(desk *tokens.Desk) *People { return &People{desk: desk} }

func token(n int) string { return fmt.Sprintf("t-%012x", n*48271%(1<<40)) }

// Come lets somebody new sign in, and somebody who came a little earlier look at a page.
func (p *People) Come(n int) {
	state := &tokens.State{Name: fmt.Sprint("person ", n), Rights: []string{"read", "order"}}
	copy(state.Notes[:], state.Name)
	p.desk.SignIn(token(n), state)
	if earlier := n - n*31%500; earlier < n {
		p.desk.Use(token(earlier))
	}
}
