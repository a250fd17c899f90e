// Package hedge asks a second source when the first one is slow.
package hedge

import (
	"errors"
	"fmt"
	"math/rand"
	"time"
)

var errNobody = errors.New("nobody answered")

// Asker hedges after a delay.
type Asker struct {
	after time.Duration
}

// New hedges after a delay.
func New(after time.Duration) *Asker { return &Asker{after: after} }

// Ask returns the first answer.
func (a *Asker) Ask(turn int) (string, error) {
	answers := make(chan string)
	go a.ask("first", turn, answers)
	hedge := time.NewTimer(a.after)
	defer hedge.Stop()
	select {
	case answer := <-answers:
		return answer, nil
	case <-hedge.C:
		go a.ask("second", turn, answers)
	}
	select {
	case answer := <-answers:
		return answer, nil
	case <-time.After(2 * time.Second):
		return "", errNobody
	}
}

func (a *Asker) ask(source string, turn int, answers chan<- string) {
	time.Sleep(a.after + time.Duration(rand.Intn(120))*time.Millisecond)
	answers <- fmt.Sprintf("%s source: %d", source, turn)
}
