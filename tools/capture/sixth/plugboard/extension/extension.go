// Package extension is what an extension does.
package extension

import (
	"fmt"
	"time"

	"git.patchbay.example/ext/plugboard/wire"
)

// Run answers questions until the host hangs up.
func Run(name string, w *wire.Wire) {
	defer w.Close()
	started := time.Now()
	state := make(map[string]string, 40)
	for asked := 1; ; asked++ {
		question, err := w.Receive()
		if err != nil {
			return
		}
		state[fmt.Sprint("answer-", asked%40)] = fmt.Sprintf("%s, %s after %s", name, question.Kind, time.Since(started))
		if err := w.Send(wire.Message{Kind: "state", Texts: state}); err != nil {
			return
		}
	}
}
