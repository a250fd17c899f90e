// Package report writes what was counted.
package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"git.fieldgauge.example/iot/devicestats/registry"
)

// Write writes a line for each histogram.
func Write(w io.Writer, v *registry.Vector) error {
	out := bufio.NewWriter(w)
	v.Each(func(h *registry.Histogram) {
		count, sum := h.Totals()
		fmt.Fprintf(out, "delay{%s} %d %g\n", strings.Join(h.Values, ","), count, sum)
	})
	return out.Flush()
}
