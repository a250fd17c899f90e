// Package turns makes what comes from outside.
package turns

import (
	"bytes"
	"fmt"
	"io"
)

// Body is a request that sends all of a conversation again.
func Body(n int) io.Reader {
	var b bytes.Buffer
	for i := 0; b.Len() < 40<<10; i++ {
		fmt.Fprintf(&b, "user|conversation %d said sentence %d before and here it is again\n", n/200, i)
	}
	fmt.Fprintf(&b, "reply|this is what turn %d has that no turn had before\n", n)
	return &b
}
