// Package intake reads a film part by part.
package intake

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"sync/atomic"
)

// Intake answers over HTTP.
type Intake struct {
	Part  int
	taken atomic.Int64
}

// ServeHTTP takes one film.
func (i *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	in := bufio.NewReaderSize(r.Body, i.Part)
	sum := crc32.NewIEEE()
	n, err := io.Copy(sum, in)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	i.taken.Add(n)
	fmt.Fprintf(w, "%d bytes, %08x\n", n, sum.Sum32())
}
