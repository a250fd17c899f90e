// Package webhook mutates images.
package webhook

import (
	"fmt"
	"log"
	"strings"

	"admit.example/cinnamon/meter"
)

// Mutator rewrites the images of pods.
type Mutator struct {
	took, images *meter.HistogramVec
	registry     *meter.Registry
}

// New measures in a registry.
func New(r *meter.Registry) *Mutator {
	return &Mutator{took: r.Histogram("admission_seconds"), images: r.Histogram("rewrite_seconds"), registry: r}
}

// Admit is pod n.
func (m *Mutator) Admit(n int) {
	pod := fmt.Sprintf("job-%07d-%05x", n, n*40503&0xfffff)
	namespace := fmt.Sprint("team-", n%40)
	m.took.Observe(float64(n%90)/1000, namespace, "CREATE")
	for i, image := range [...]string{"docker.io/library/worker", "quay.io/tools/sidecar"} {
		container := fmt.Sprintf("%s-c%d", pod, i)
		m.images.Observe(float64(n%11)/1000, container, image, rewrite(image))
	}
}

func rewrite(image string) string { return "mirror.local/" + strings.ReplaceAll(image, ".", "-") }

// Report says how much was measured.
func (m *Mutator) Report(int) { log.Printf("observations=%d", m.registry.Total()) }
