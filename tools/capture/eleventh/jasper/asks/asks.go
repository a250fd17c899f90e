// Package asks puts questions.
package asks

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"go.jasper.example/bus/jasper/gochannel"
)

// Asks go over a bus.
type Asks struct{ bus *gochannel.GoChannel }

// New asks over a bus.
func New(bus *gochannel.GoChannel) *Asks { return &Asks{bus: bus} }

func topic(n int) string {
	sum := sha256.Sum256([]byte(strconv.Itoa(n)))
	return "answers." + hex.EncodeToString(sum[:16])
}

// Ask puts question n and waits for its answer.
func (a *Asks) Ask(n int) {
	answers := a.bus.Subscribe(topic(n))
	defer answers.Leave()
	a.bus.Publish(topic(n), []byte("yes"))
	<-answers.Messages
}
