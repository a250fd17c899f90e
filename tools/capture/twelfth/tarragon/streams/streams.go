// Package streams is what is logged.
package streams

import "fmt"

// Name is of stream i.
func Name(i int) string { return fmt.Sprint("stream-", i) }

// Line is line n of a stream.
func Line(i, n int) string {
	return fmt.Sprintf("level=info stream=%d request=%08x took=%dms path=/v2/things/%d", i, n*2654435761&0xffffffff, n%400, n%90)
}
